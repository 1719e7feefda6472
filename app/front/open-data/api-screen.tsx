import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Badge } from '#app/ui/display/badge';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { CellGrid, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { ReferenceEntry } from './api-page.server';

type Props = { entries: ReferenceEntry[]; limits: { reads: number; sums: number } };

/** The API for people: what there is, what it takes, what it answers, and a line to try each. Names and texts of the API are English. */
export function ApiScreen({ entries, limits }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('pricing:api.title')}
        sub={t('pricing:api.sub')}
        actions={
          <LinkButton kind="quiet" href="/api/v1/openapi.json">
            {t('pricing:api.openapi')}
          </LinkButton>
        }
      />
      <Stack>
        <CellGrid most={3}>
          <Card title={t('pricing:api.figures')}>
            <p>{t('pricing:api.figuresText')}</p>
          </Card>
          <Card title={t('pricing:api.caching')}>
            <p>{t('pricing:api.cachingText')}</p>
          </Card>
          <Card title={t('pricing:api.limits')}>
            <p>{t('pricing:api.limitsText', limits)}</p>
          </Card>
        </CellGrid>
        <Card title={t('pricing:api.contents')}>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-x-6 lg:grid-cols-2">
            {entries.map(({ id, method, path }) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-flex min-h-11 items-center font-mono text-sm break-all">
                  {method} {path}
                </a>
              </li>
            ))}
          </ul>
        </Card>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </Stack>
    </>
  );
}

function Entry({ entry: { id, method, path, summary, text, parameters, answers, curl } }: { entry: ReferenceEntry }) {
  const { t } = useTranslation();
  return (
    <Card id={id} title={<span lang="en">{summary}</span>}>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <Badge tone={method === 'GET' ? 'plain' : 'info'}>{method}</Badge>
        <code className="font-mono text-sm break-all">{path}</code>
      </p>
      {text ? (
        <p className="mb-3 max-w-3xl" lang="en">
          {text}
        </p>
      ) : null}
      {parameters.length > 0 ? (
        <Disclosure summary={t('pricing:api.parameters')} open={parameters.length < 5}>
          <DataTable
            caption={t('pricing:api.parameters')}
            captionHidden
            rows={parameters}
            rowKey={({ place, name }) => `${place} ${name}`}
            columns={[
              {
                key: 'name',
                header: t('pricing:api.name'),
                rowHeader: true,
                cell: ({ name }) => <code className="font-mono text-sm">{name}</code>,
              },
              {
                key: 'place',
                header: t('pricing:api.place'),
                cell: ({ place, required }) => (required ? `${place}, ${t('pricing:api.required')}` : place),
              },
              {
                key: 'text',
                header: t('pricing:api.meaning'),
                cell: (row) => (
                  <span className="text-sm break-words" lang="en">
                    {row.text}
                  </span>
                ),
              },
            ]}
          />
        </Disclosure>
      ) : null}
      <Disclosure summary={t('pricing:api.answers')}>
        <DataTable
          caption={t('pricing:api.answers')}
          captionHidden
          rows={answers}
          rowKey={({ status }) => status}
          columns={[
            { key: 'status', header: t('pricing:api.status'), rowHeader: true, cell: ({ status }) => status },
            { key: 'text', header: t('pricing:api.meaning'), cell: (row) => <span lang="en">{row.text}</span> },
            {
              key: 'kind',
              header: t('pricing:api.kind'),
              cell: ({ kind }) => <code className="font-mono text-sm break-all">{kind}</code>,
            },
          ]}
        />
      </Disclosure>
      <p className="mt-2 text-sm text-soft">{t('pricing:api.try')}</p>
      <pre className="mt-1 rounded-control border border-line bg-sand p-3 font-mono text-[0.8125rem] break-all whitespace-pre-wrap">
        {curl}
      </pre>
    </Card>
  );
}
