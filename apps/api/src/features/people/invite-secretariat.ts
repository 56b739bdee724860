import type { OneTimeLink } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import type { Performer } from '../../platform/ledger/performer.js';
import { CreateForum, type NewForum } from './create-forum.js';
import { Forums } from './forums.js';
import { MemberAccess } from './member-access.js';
import { PeopleService } from './people.service.js';

/** What a new installation is called until the secretariat says otherwise, and the countries that take part. */
const NEW_FORUM: NewForum = {
  title: { en: 'Expert Forum', ru: 'Экспертный форум', ja: '専門家フォーラム' },
  disclaimer: {
    en: 'Expert text prepared by analytical centres. It does not express the position of any government.',
    ru: 'Экспертный текст, подготовленный аналитическими центрами. Он не выражает позицию какого-либо правительства.',
    ja: '本文書はシンクタンクが作成した専門家草案であり、いかなる政府の立場を示すものでもない。',
  },
  homeTimezone: 'Asia/Tashkent',
  countries: [
    { code: 'JPN', name: { en: 'Japan', ru: 'Япония', ja: '日本' }, timezone: 'Asia/Tokyo' },
    { code: 'KAZ', name: { en: 'Kazakhstan', ru: 'Казахстан', ja: 'カザフスタン' }, timezone: 'Asia/Almaty' },
    { code: 'KGZ', name: { en: 'Kyrgyzstan', ru: 'Кыргызстан', ja: 'キルギス' }, timezone: 'Asia/Bishkek' },
    { code: 'TJK', name: { en: 'Tajikistan', ru: 'Таджикистан', ja: 'タジキスタン' }, timezone: 'Asia/Dushanbe' },
    { code: 'TKM', name: { en: 'Turkmenistan', ru: 'Туркменистан', ja: 'トルクメニスタン' }, timezone: 'Asia/Ashgabat' },
    { code: 'UZB', name: { en: 'Uzbekistan', ru: 'Узбекистан', ja: 'ウズベキスタン' }, timezone: 'Asia/Tashkent' },
  ],
};

/**
 * Somebody to administer a real installation: opens the forum if there is none. Asked again, for whoever missed the link or
 * lost the password, it makes a new link and no second member.
 */
@Injectable()
export class InviteSecretariat {
  constructor(
    private readonly forums: Forums,
    private readonly createForum: CreateForum,
    private readonly people: PeopleService,
    private readonly access: MemberAccess,
  ) {}

  async invite(email: string): Promise<OneTimeLink> {
    const forumId = (await this.forums.first())?.id ?? (await this.createForum.create(NEW_FORUM));
    const by: Performer = { kind: 'installation', forumId };
    const memberId = await this.people.findMember(email);
    if (memberId === null) return this.people.invite(by, { email, name: email.replace(/@.*/, ''), role: 'secretariat', language: 'en' });
    if (!(await this.people.holds(by, memberId, 'secretariat'))) await this.people.grant(by, { memberId, role: 'secretariat' });
    return this.access.createPasswordLink(by, memberId);
  }
}
