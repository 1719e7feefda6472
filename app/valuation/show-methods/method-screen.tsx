import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Badge } from '#app/ui/display/badge';
import { Timeline } from '#app/ui/display/timeline';
import { Card } from '#app/ui/layout/card';
import { Columns, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { looksAtSales } from '../methods/method';
import type { MethodPage, ApprovedVersion } from './method-page.server';
import { FAMILY_LABEL, methodText } from '../vocabulary/method-labels';
import type { FiguresChoice } from '../steps/figures-choice';
import { byApproverText } from '#app/platform/i18n/shipped-text';
import { ExampleCard } from './example-card';
import { LevelTerms } from './level-terms';
import { MethodSources } from './method-sources';
import { plainWords } from './plain-words';
import { TermsTable } from './terms-table';
import { versionChange } from './version-change';

/** One method in plain words: its three prices, a sum with today's prices, every figure, its sources and its versions. */
export function MethodScreen({
  method,
  versions,
  example,
  goods,
  figures,
}: MethodPage & { goods: string | null; figures: FiguresChoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = methodText(t, method);
  return (
    <>
      <PageHeader
        title={title}
        sub={t(FAMILY_LABEL[method.family])}
        badges={<Badge>{method.id}</Badge>}
        breadcrumbs={{
          label: t('pricing:methods.trail'),
          items: [{ label: t('pricing:methods.title'), href: '/methods' }, { label: title }],
        }}
      />
      <Columns
        main={
          <Card title={t('pricing:methods.plain.title')}>
            <p className="mb-4">{plainWords(method, { t, format }).join(' ')}</p>
            {looksAtSales(method) ? <p className="mb-4 text-soft">{t('pricing:methods.plain.privacy')}</p> : null}
            <LevelTerms method={method} title={title} />
          </Card>
        }
        aside={
          <Stack>
            <Card title={t('pricing:methods.sources')}>
              <MethodSources method={method} />
            </Card>
            <VersionsCard versions={versions} />
          </Stack>
        }
      />
      <div className="mt-5">
        <Stack>
          <ExampleCard example={example} goods={goods} figures={figures} />
          <Card title={t('pricing:methods.figures')}>
            <Disclosure summary={t('pricing:methods.showFigures')}>
              <TermsTable method={method} />
            </Disclosure>
          </Card>
        </Stack>
      </div>
    </>
  );
}

function VersionsCard({ versions }: { versions: ApprovedVersion[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('pricing:methods.versions.title')} sub={t('pricing:methods.versions.sub')}>
      <Timeline
        items={versions.map(({ id, approvedBy, reason }) => ({
          title: id,
          time: format.date(approvedBy.on),
          dateTime: approvedBy.on,
          body: [
            t('pricing:methods.versions.by', { by: byApproverText(t, approvedBy.name) }),
            versionChange(t, { id, reason }) ?? '',
          ]
            .join(' ')
            .trim(),
        }))}
      />
    </Card>
  );
}
