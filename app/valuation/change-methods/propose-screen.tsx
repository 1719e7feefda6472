import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { FormErrors } from '#app/ui/forms/form-errors';
import { FieldRow } from '#app/ui/forms/form-layout';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { compareTerms } from './compare-terms';
import { termLines } from '../methods/term-fields';
import { termGroups } from '../methods/term-groups';
import { methodKeyOf, type Method } from '../methods/method';
import { methodText } from '../vocabulary/method-labels';
import { TermsTable } from '../show-methods/terms-table';
import { TermSection } from './term-section';

interface ProposeScreenProps {
  method: Method;
  /** The older version that the form was made from, where a newer one has come into force meanwhile. */
  before: Method | null;
  /** What was typed, by the fields' names. */
  values: Record<string, string>;
  problems: Problem[];
  requestId: string;
  /** What the new terms would make of real lots. */
  preview: ReactNode;
}

/** The form of a change: every figure, why, and where the new ones come from. Looked at first, proposed then. */
export function ProposeScreen({ method, before, values, problems, requestId, preview }: ProposeScreenProps) {
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
        <input type="hidden" name="madeFrom" value={values['madeFrom'] ?? method.id} />
        <Stack>
          {before ? (
            <Card
              title={t('pricing:methods.propose.meanwhile', { id: method.id })}
              sub={t('pricing:methods.propose.meanwhileSub', { id: method.id })}
            >
              <TermsTable method={method} before={before} lines={compareTerms(before, method).changed} />
            </Card>
          ) : null}
          <Card title={t('pricing:methods.figures')} sub={t('pricing:methods.propose.figuresHint')}>
            <div className="space-y-7">
              {termGroups(termLines(method)).map((group) => (
                <TermSection key={`${group.kind}:${group.subject}`} group={group} values={values} error={error} />
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
