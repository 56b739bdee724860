import { Module } from '@nestjs/common';
import { AdmitMember } from './admit-member.js';
import { EndLogins } from './end-logins.js';
import { LoginsController } from './logins.controller.js';
import { LoginsService } from './logins.service.js';

@Module({ controllers: [LoginsController], providers: [AdmitMember, EndLogins, LoginsService], exports: [AdmitMember] })
export class LoginsModule {}
