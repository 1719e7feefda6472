import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { LinkButton } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { CopyBlock } from '#app/ui/actions/copy-block';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { EvidencePage } from '../certificate/evidence-page.server';
import { CertificateFacts } from '../certificate/certificate-facts';
import { ChecksCard } from './checks-card';

type Props = { page: EvidencePage; kind: 'verify' | 'certificate' };

/**
 * One piece of evidence: as a certificate to read and take along, or with what checking it anew has shown in
 * front.
 */
export function EvidenceScreen({ page, kind }: Props) {
  const { t } = useTranslation();
  const { sha256, checks, content } = page;
  const isCertificate = kind === 'certificate';
  const wrong = checks.some(({ state }) => state === 'differs');
  const title = t(isCertificate ? 'pricing:certificate.title' : 'pricing:verify.one');
  return (
    <>
      <PageHeader
        title={title}
        sub={t(isCertificate ? 'pricing:certificate.sub' : 'pricing:verify.oneSub')}
        breadcrumbs={{
          label: t('pricing:verify.title'),
          items: [{ label: t('pricing:verify.title'), href: '/verify' }, { label: title }],
        }}
        actions={
          <ButtonRow>
            <LinkButton href={`/certificates/${sha256}/certificate.pdf`} download>
              {t('pricing:certificate.pdf')}
            </LinkButton>
            <LinkButton kind="quiet" href={`/certificates/${sha256}/certificate.json`} download>
              {t('pricing:certificate.json')}
            </LinkButton>
            <LinkButton kind="plain" href={isCertificate ? `/verify/${sha256}` : `/certificates/${sha256}`}>
              {t(isCertificate ? 'pricing:certificate.check' : 'pricing:certificate.read')}
            </LinkButton>
          </ButtonRow>
        }
      />
      <Stack>
        {isCertificate ? null : (
          <>
            <Notice
              tone={wrong ? 'error' : 'success'}
              title={t(wrong ? 'pricing:verify.wrong' : 'pricing:verify.right')}
            >
              {t(wrong ? 'pricing:verify.wrongText' : 'pricing:verify.rightText')}
            </Notice>
            <ChecksCard checks={checks} />
          </>
        )}
        {content ? <CertificateFacts content={content} /> : null}
        <HashCard {...page} />
      </Stack>
    </>
  );
}

function HashCard({ sha256, canonical, recordedAt, inclusion }: EvidencePage) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('pricing:certificate.evidence')} sub={t('pricing:certificate.evidenceText')}>
      <div className="space-y-4">
        <CopyBlock
          label={t('pricing:certificate.hash', { date: format.date(new Date(recordedAt), 'time') })}
          value={sha256}
        />
        {inclusion ? (
          <CopyBlock
            label={t('pricing:certificate.root', {
              date: format.date(inclusion.day),
              place: inclusion.position + 1,
              count: inclusion.size,
            })}
            value={inclusion.root}
          />
        ) : (
          <p className="text-sm text-soft">{t('pricing:verify.reason.dayOpen')}</p>
        )}
        <Disclosure summary={t('pricing:certificate.text')}>
          <pre className="max-h-96 overflow-auto rounded-control border border-line bg-sand p-3 font-mono text-xs break-all whitespace-pre-wrap">
            {canonical}
          </pre>
        </Disclosure>
      </div>
    </Card>
  );
}
