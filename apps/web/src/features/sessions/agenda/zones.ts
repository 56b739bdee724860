/** Where the Forum is hosted: its time stands beside the reader's. */
export const HOST_ZONE = 'Asia/Tashkent';

/** A city of each country, in the English order of the countries, which every language keeps. */
export const ZONES = [
  { city: 'tokyo', zone: 'Asia/Tokyo' },
  { city: 'almaty', zone: 'Asia/Almaty' },
  { city: 'bishkek', zone: 'Asia/Bishkek' },
  { city: 'dushanbe', zone: 'Asia/Dushanbe' },
  { city: 'ashgabat', zone: 'Asia/Ashgabat' },
  { city: 'tashkent', zone: HOST_ZONE },
] as const;
