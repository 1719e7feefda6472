import { useTranslation } from 'react-i18next';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { Button, LinkButton } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Badge } from '#app/ui/display/badge';
import { RadioGroup } from '#app/ui/forms/choices';
import { FileInput } from '#app/ui/forms/file-input';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { ACCEPTED_FILES } from '../documents/document-types';
import { CHOICE_LABEL, REQUIREMENT_ADVICE, REQUIREMENT_TITLE, STATUS_LABEL } from '../labels';
import type { RequirementLine } from './evidence-in-force.server';
import { EvidenceShown } from './evidence-shown';

type RequirementCardProps = {
  line: RequirementLine;
  mayEdit: boolean;
  requestId: string;
  values: Record<string, string>;
  problems: Problem[];
};

export function RequirementCard(props: RequirementCardProps) {
  const { t } = useTranslation();
  const { line, mayEdit, problems } = props;
  const tone = line.status === 'met' ? 'good' : line.mandatory ? 'warn' : 'plain';
  const status =
    line.status === 'missing' && !line.mandatory ? t('verification:status.optional') : t(STATUS_LABEL[line.status]);
  return (
    <Card title={t(REQUIREMENT_TITLE[line.key])} actions={<Badge tone={tone}>{status}</Badge>} id={line.key}>
      <p className="text-soft">{t(REQUIREMENT_ADVICE[line.key])}</p>
      {line.localName ? (
        <p className="mt-1 text-sm">{t('verification:requirement.localName', { name: line.localName })}</p>
      ) : null}
      {line.evidence && line.form !== 'computed' ? (
        <div className="mt-3 border-t border-line pt-3">
          <EvidenceShown line={line} />
        </div>
      ) : null}
      <div className="mt-3">
        {line.form === 'computed' ? (
          <LinkButton kind="quiet" href="/cooperative/payout-destination">
            {t(line.evidence ? 'verification:application.seeDestination' : 'verification:application.addDestination')}
          </LinkButton>
        ) : null}
        {line.form !== 'computed' && mayEdit ? (
          line.evidence && problems.length === 0 ? (
            <Disclosure summary={t('verification:application.replace')}>
              <EvidenceForm {...props} />
            </Disclosure>
          ) : (
            <EvidenceForm {...props} />
          )
        ) : null}
      </div>
    </Card>
  );
}

/** The key stands in the address, so that it is known even where a file was too large for the form to be read. */
function EvidenceForm({ line, requestId, values, problems }: RequirementCardProps) {
  const { t } = useTranslation();
  const { key, form, choices, expires } = line;
  const error = (name: string) => fieldError(problems, name, t);
  return (
    <form method="post" action={`?requirement=${key}`} encType="multipart/form-data" className="space-y-5">
      <RequestId value={requestId} />
      {form === 'document' ? (
        <FileInput
          name={`file-${key}`}
          label={t('verification:field.file')}
          hint={t('verification:field.fileHint')}
          accept={ACCEPTED_FILES}
          error={error(`file-${key}`)}
          required
        />
      ) : null}
      {form === 'choice' ? (
        <RadioGroup
          name={`statement-${key}`}
          label={t('verification:field.choice')}
          choices={choices.map((value) => ({ value, label: t(CHOICE_LABEL[value] ?? value) }))}
          defaultValue={values[`statement-${key}`] ?? line.evidence?.statement ?? null}
          error={error(`statement-${key}`)}
          required
        />
      ) : null}
      {form === 'text' ? (
        <TextArea
          name={`statement-${key}`}
          label={t('verification:field.text')}
          defaultValue={values[`statement-${key}`] ?? line.evidence?.statement ?? ''}
          maxLength={4000}
          error={error(`statement-${key}`)}
          required
        />
      ) : null}
      {expires !== 'never' ? (
        <TextInput
          name={`expiresOn-${key}`}
          type="date"
          label={t('verification:field.expiresOn')}
          defaultValue={values[`expiresOn-${key}`]}
          error={error(`expiresOn-${key}`)}
          {...(expires === 'required' ? { required: true } : { optional: t('verification:form.optional') })}
        />
      ) : null}
      <Button kind="quiet" name="intent" value="evidence">
        {t(form === 'document' ? 'verification:application.upload' : 'verification:application.save')}
      </Button>
    </form>
  );
}
