import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';

const WORDS = {
  404: { title: 'platform:error.notFound', text: 'platform:error.notFoundText' },
  403: { title: 'platform:error.forbidden', text: 'platform:error.forbiddenText' },
  400: { title: 'platform:error.badRequest', text: 'platform:error.badRequestText' },
  413: { title: 'platform:error.tooLong', text: 'platform:error.tooLongText' },
  429: { title: 'platform:error.tooMany', text: 'platform:error.tooManyText' },
  500: { title: 'platform:error.ours', text: 'platform:error.oursText' },
} as const;

/** What happened, what was kept, what to do. */
export function ErrorScreen({ status }: { status: number }) {
  const { t } = useTranslation();
  const words = WORDS[status as keyof typeof WORDS] ?? (status < 500 ? WORDS[400] : WORDS[500]);
  return (
    <>
      <title>{`${t(words.title)} · Fairlode`}</title>
      <EmptyState
        title={t(words.title)}
        icon="warning"
        action={<LinkButton href="/">{t('platform:error.home')}</LinkButton>}
      >
        <p>{t(words.text)}</p>
      </EmptyState>
    </>
  );
}
