import { apiDocument } from './describe/document.server';
import { OPERATIONS } from './describe/operations';

type Parameter = { name: string; place: string; required: boolean; text: string };
export type ReferenceEntry = {
  id: string;
  method: string;
  path: string;
  summary: string;
  text: string;
  parameters: Parameter[];
  answers: { status: string; text: string; kind: string }[];
  curl: string;
};

type Json = Record<string, unknown>;

/**
 * The description of the API as a page shows it: made from the same document that programs read. `lotId`: a lot that there is. Hashes of
 * evidence are not published, since who has one sees a price that two parties agreed on: their example stays open. */
export function apiReference(site: string, lotId: string | null): ReferenceEntry[] {
  const document = apiDocument(site);
  return OPERATIONS.map(({ path, method, example }) => {
    const described = (document.paths?.[path] as Json | undefined)?.[method] as Json;
    const body = (described['requestBody'] as { content?: Record<string, { example?: unknown }> } | undefined)?.content;
    return {
      id: text(described['operationId']),
      method: method.toUpperCase(),
      path,
      summary: text(described['summary']),
      text: text(described['description']),
      parameters: ((described['parameters'] as Json[] | undefined) ?? []).map(parameterOf),
      answers: Object.entries(described['responses'] as Record<string, Json>).map(([status, response]) => ({
        status,
        text: text(response['description']),
        kind: Object.keys((response['content'] as Json | undefined) ?? {})[0] ?? '',
      })),
      curl: curlOf(`${site}${example.replace('{lotId}', lotId ?? '{lotId}')}`, body?.['application/json']?.example),
    };
  });
}

function parameterOf(parameter: Json): Parameter {
  const schema = (parameter['schema'] ?? {}) as Json;
  const items = (schema['items'] ?? {}) as Json;
  const choices = (schema['enum'] ?? items['enum']) as string[] | undefined;
  const told = text(parameter['description']) || text(schema['description']);
  return {
    name: text(parameter['name']),
    place: text(parameter['in']),
    required: parameter['required'] === true,
    text: [told, choices?.join(', ') ?? ''].filter((part) => part !== '').join(': '),
  };
}

function curlOf(url: string, body: unknown): string {
  if (body === undefined) return `curl '${url}'`;
  return `curl '${url}' \\\n  -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(body)}'`;
}

/** Descriptions are Markdown for programs; a page shows its marks of code as they sound. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('`', '') : '';
}
