import { Module } from '@nestjs/common';
import { EndLogins } from './end-logins.js';
import { LoginsController } from './logins.controller.js';
import { LoginsService } from './logins.service.js';

@Module({ controllers: [LoginsController], providers: [EndLogins, LoginsService], exports: [LoginsService] })
export class LoginsModule {}
