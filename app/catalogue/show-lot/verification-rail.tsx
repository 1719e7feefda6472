import { Rail, type Check } from '#app/ui/display/rail';
import { useWords } from '#app/platform/i18n/use-words';

/** The six checks of a verified order, as far as they stand before there is one. */
export function VerificationRail({ lotListed, bandKnown }: { lotListed: boolean; bandKnown: boolean }) {
  const { t } = useWords();
  const check = (label: string, done: boolean): Check => ({
    label,
    state: done ? 'done' : 'todo',
    stateLabel: done ? t('catalogue:check.done') : t('catalogue:check.todo'),
  });
  return (
    <section aria-labelledby="checks" className="border-t border-line pt-4">
      <h3 id="checks" className="mb-3 font-semibold">
        {t('catalogue:check.title')}
      </h3>
      <Rail
        label={t('catalogue:check.title')}
        checks={[
          check(t('catalogue:check.lot'), lotListed),
          check(t('catalogue:check.price'), bandKnown),
          check(t('catalogue:check.buyer'), false),
          check(t('catalogue:check.funds'), false),
          check(t('catalogue:check.assay'), false),
          check(t('catalogue:check.delivery'), false),
        ]}
      />
    </section>
  );
}
