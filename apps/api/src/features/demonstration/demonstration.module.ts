import { Module } from '@nestjs/common';
import { LoginsModule } from '../logins/logins.module.js';
import { PeopleModule } from '../people/people.module.js';
import { DemonstrationController } from './demonstration.controller.js';
import { DemonstrationLoader } from './demonstration-loader.js';
import { DemonstrationService } from './demonstration.service.js';
import { PrepareDemonstration } from './prepare-demonstration.js';

@Module({
  imports: [LoginsModule, PeopleModule],
  controllers: [DemonstrationController],
  providers: [DemonstrationLoader, DemonstrationService, PrepareDemonstration],
})
export class DemonstrationModule {}
