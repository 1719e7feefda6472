import { typeable } from '#app/money/typed-decimal';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { FormErrors } from '#app/ui/forms/form-errors';
import { FieldRow } from '#app/ui/forms/form-layout';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { termLines, type TermLine } from '../../methods/changes/term-fields';
import { methodKeyOf, type Method } from '../../methods/method';
import { LEVEL_LABEL, methodText } from '../labels';
import { figureLabel } from './figure-labels';

interface ProposeScreenProps {
  method: Method;
  /** What was typed, by the fields' names. */
  values: Record<string, string>;
  problems: Problem[];
  requestId: string;
  /** What the new terms would make of real lots. */
  preview: ReactNode;
}

/** The form of a change: every figure, why, and where the new ones come from. Looked at first, proposed then. */
export function ProposeScreen({ method, values, problems, requestId, preview }: ProposeScreenProps) {
  const { t } = useTranslation();
  const title = methodText(t, method);
  const action = `/programme/methods/${methodKeyOf(method.id)}`;
  const error = (name: string) => fieldError(problems, name, t);
  return (
    <>
      <PageHeader
        title={t('pricing:methods.propose.title', { title })}
        sub={t('pricing:methods.propose.sub', { id: method.id })}
        breadcrumbs={{
          label: t('pricing:methods.trail'),
          items: [{ label: t('pricing:methods.staff.title'), href: '/programme/methods' }, { label: title }],
        }}
      />
      <FormErrors title={t('pricing:methods.propose.problem')} errors={formErrors(problems, t)} />
      <form method="post" action={action} noValidate>
        <RequestId value={requestId} />
        <Stack>
          <Card title={t('pricing:methods.figures')} sub={t('pricing:methods.propose.figuresHint')}>
            <div className="space-y-5">
              {termLines(method).map((line) => (
                <TermFields key={line.cells[0]?.path ?? ''} line={line} values={values} error={error} />
              ))}
            </div>
          </Card>
          <Card title={t('pricing:methods.propose.whyTitle')}>
            <div className="max-w-2xl space-y-5">
              <TextArea
                name="reason"
                label={t('pricing:methods.propose.reason')}
                hint={t('pricing:methods.propose.reasonHint')}
                error={error('reason')}
                required
                rows={3}
                maxLength={500}
                defaultValue={values['reason'] ?? ''}
              />
              <TextInput
                name="citation"
                label={t('pricing:methods.propose.citation')}
                hint={t('pricing:methods.propose.citationHint')}
                error={error('citation')}
                required
                maxLength={300}
                defaultValue={values['citation'] ?? ''}
              />
              <FieldRow>
                <TextInput
                  name="sourceOn"
                  type="date"
                  label={t('pricing:methods.propose.sourceOn')}
                  error={error('sourceOn')}
                  required
                  defaultValue={values['sourceOn'] ?? ''}
                />
                <TextInput
                  name="sourceUrl"
                  type="url"
                  label={t('pricing:methods.propose.sourceUrl')}
                  error={error('sourceUrl')}
                  optional={t('pricing:methods.propose.optional')}
                  maxLength={300}
                  defaultValue={values['sourceUrl'] ?? ''}
                />
              </FieldRow>
            </div>
          </Card>
          {preview}
          <ButtonRow>
            <Button name="intent" value="preview" kind="quiet" formAction={`${action}#preview`}>
              {t('pricing:methods.propose.preview')}
            </Button>
            <Button name="intent" value="propose">
              {t('pricing:methods.propose.send')}
            </Button>
          </ButtonRow>
        </Stack>
      </form>
    </>
  );
}

interface TermFieldsProps {
  line: TermLine;
  values: Record<string, string>;
  error: (name: string) => string | null;
}

function TermFields({ line, values, error }: TermFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = figureLabel(line, { t, format });
  return (
    <fieldset className="min-w-0 border-b border-line pb-4 last:border-0">
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <div className="grid grid-cols-3 gap-2 *:min-w-0 sm:gap-3">
        {line.cells.map(({ path, level, value }) => (
          <TextInput
            key={path}
            name={path}
            label={level ? t(LEVEL_LABEL[level]) : t('pricing:methods.propose.allLevels')}
            error={error(path)}
            inputMode="decimal"
            maxLength={28}
            autoComplete="off"
            defaultValue={values[path] ?? typeable(value, format.locale)}
          />
        ))}
      </div>
    </fieldset>
  );
}
