import type { LocalisedTitle, NewSection, SectionPlace } from '@expert-forum/contracts';
import { request } from '../../../shared/api/request.js';

export const createDocument = (title: LocalisedTitle): Promise<{ id: string }> => request('POST', '/documents', { title });

/** Adds a section to a chapter, or without one a chapter. */
export const addSection = (documentId: string, section: NewSection): Promise<{ id: string }> =>
  request('POST', `/documents/${documentId}/sections`, section);

export const renameSection = (sectionId: string, title: LocalisedTitle): Promise<void> => request('PATCH', `/sections/${sectionId}`, { title });

export const removeSection = (sectionId: string): Promise<void> => request('DELETE', `/sections/${sectionId}`);

export const moveSection = (sectionId: string, place: SectionPlace): Promise<void> => request('PUT', `/sections/${sectionId}/place`, place);
