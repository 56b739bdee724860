import { SECTION_ID } from '@expert-forum/domain';
import { Param, ParseUUIDPipe, type PipeTransform } from '@nestjs/common';
import { ProblemException } from './errors/problem-error.js';

const notFound = (): ProblemException => new ProblemException('not-found');

const sectionId: PipeTransform<string, string> = {
  transform: (id) => {
    if (!SECTION_ID.test(id)) throw notFound();
    return id;
  },
};

/** An id in the path. One that cannot be an id is not found, and never reaches the database. */
export const PathId = (name = 'id'): ParameterDecorator => Param(name, new ParseUUIDPipe({ exceptionFactory: notFound }));

export const SectionPathId = (name = 'id'): ParameterDecorator => Param(name, sectionId);
