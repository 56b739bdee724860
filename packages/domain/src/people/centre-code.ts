/** How a centre is called in the text: its country by three letters, and an abbreviation, as in `UZB-CTP`. */
export const CENTRE_CODE = /^[A-Z]{3}-[A-Z0-9]{2,8}$/;
