import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

const REFERENCE = '#/components/schemas/';

/** Answers every refusal (RFC 9457). */
const PROBLEM = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'instance', 'code'],
  properties: {
    type: { type: 'string' as const, format: 'uri' },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const },
    instance: { type: 'string' as const, format: 'uri' },
    code: { type: 'string' as const },
    params: { type: 'object' as const },
    errors: { type: 'array' as const, items: { type: 'object' as const } },
    retryAfter: { type: 'integer' as const },
    difference: { type: 'array' as const, items: { type: 'object' as const } },
  },
};

/** The HTTP interface, described by its routes and by the very classes that validate what comes in. */
export function serveOpenApi(app: NestExpressApplication): void {
  SwaggerModule.setup('api/v1/openapi', app, () => describeApi(app), { ui: false, raw: ['json'], jsonDocumentUrl: 'api/v1/openapi.json' });
}

function describeApi(app: NestExpressApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Expert Forum')
    .setVersion('1')
    .addCookieAuth('forum_login')
    .addGlobalParameters(
      { name: 'X-Forum-Request', in: 'header', required: false, schema: { type: 'string', enum: ['1'] }, description: 'Required by every write.' },
      { name: 'X-Forum-Mandate', in: 'header', required: false, schema: { type: 'string', format: 'uuid' }, description: 'The mandate acted under.' },
    )
    .addGlobalResponse({
      status: 'default',
      description: 'A problem',
      content: { 'application/problem+json': { schema: { $ref: `${REFERENCE}Problem` } } },
    })
    .build();
  const document = SwaggerModule.createDocument(app, about);
  const schemas = validationMetadatasToSchemas({ classTransformerMetadataStorage: defaultMetadataStorage, refPointerPrefix: REFERENCE });
  const inputs = Object.entries(schemas).filter(([name]) => document.components?.schemas?.[name] !== undefined || isReferred(schemas, name));
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, ...Object.fromEntries(inputs), Problem: PROBLEM } },
  };
}

const isReferred = (schemas: object, name: string): boolean => JSON.stringify(schemas).includes(`"${REFERENCE}${name}"`);
