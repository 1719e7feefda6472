import { createDocument } from 'zod-openapi';
import { OPERATIONS } from './operations';

type Document = ReturnType<typeof createDocument>;

const documents = new Map<string, Document>();

/** The description of the API, made from the schemas that requests are read with and answers are tested against. */
export function apiDocument(site: string): Document {
  let document = documents.get(site);
  if (!document) documents.set(site, (document = makeDocument(site)));
  return document;
}

function makeDocument(site: string): Document {
  const paths: Record<string, Record<string, object>> = {};
  for (const { path, method, operation } of OPERATIONS) paths[path] = { ...paths[path], [method]: operation };
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Fairlode',
        version: '1',
        description:
          'Reference prices, valuations, fair bands, methods, lots and evidence: open to anyone, without a key. Decimals are text, never floats. Reads carry an ETag and may be kept for a minute; limits are per address and minute (RateLimit headers). Errors are problem+json (RFC 9457); an address that does not take a method answers 405 and names in Allow those that it takes.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: site }],
      paths,
    },
    { allowEmptySchema: { unknown: true } },
  );
}
