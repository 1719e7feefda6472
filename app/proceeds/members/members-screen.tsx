import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { Button, LinkButton } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { Badge } from '#app/ui/display/badge';
import { EmptyState } from '#app/ui/display/empty-state';
import { DataTable } from '#app/ui/display/table';
import { RadioGroup } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { FieldRow } from '#app/ui/forms/form-layout';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { SEXES } from './sex';
import { useWords } from '#app/platform/i18n/use-words';
import { isTask, TASKS } from './member';
import { SEX_LABEL, TASK_LABEL } from './member-labels';
import type { MemberLine, MembersPage } from './members-page.server';

export type MembersScreenProps = {
  page: MembersPage;
  requestId: string;
  values: Record<string, string>;
  problems: Problem[];
};

/** The roll by which proceeds are shared. Names are for the cooperative alone. */
export function MembersScreen(props: MembersScreenProps) {
  const { page } = props;
  const { t } = useWords();
  return (
    <>
      <PageHeader title={t('programme:members.title')} sub={t('programme:members.sub')} />
      <Columns
        asideFirst={page.editing !== null || props.problems.length > 0}
        main={<Roll page={page} />}
        aside={page.canWrite ? <MemberForm {...props} /> : null}
      />
    </>
  );
}

function Roll({ page: { members, counts, canWrite } }: { page: MembersPage }) {
  const { t, format } = useWords();
  if (members.length === 0) {
    return (
      <EmptyState title={t('programme:members.none')} icon="people">
        {t('programme:members.noneText')}
      </EmptyState>
    );
  }
  return (
    <Card title={t('programme:members.roll')} sub={t('programme:members.counts', counts)}>
      <DataTable
        caption={t('programme:members.roll')}
        captionHidden
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: t('programme:members.name'),
            rowHeader: true,
            cell: ({ code, name, active }) => (
              <span className="block min-w-0">
                {name} {active ? null : <Badge>{t('programme:members.left')}</Badge>}
                <span className="block text-sm font-normal text-soft">{code}</span>
              </span>
            ),
          },
          { key: 'sex', header: t('programme:members.sex'), cell: ({ sex }) => t(SEX_LABEL[sex]) },
          {
            key: 'task',
            header: t('programme:members.task'),
            cell: ({ task }) => (isTask(task) ? t(TASK_LABEL[task]) : task),
          },
          {
            key: 'hours',
            header: t('programme:members.hours'),
            align: 'end',
            cell: ({ hours }) => format.number(hours),
          },
          {
            key: 'contribution',
            header: t('programme:members.contribution'),
            align: 'end',
            cell: ({ contribution }) => format.number(contribution),
          },
          ...(canWrite
            ? [
                {
                  key: 'edit',
                  header: t('programme:members.change'),
                  headerHidden: true,
                  align: 'end' as const,
                  cell: (member: MemberLine) => <ChangeLink member={member} />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function ChangeLink({ member: { id, name } }: { member: MemberLine }) {
  const { t } = useWords();
  return (
    <a
      href={`/cooperative/members?edit=${id}#member`}
      aria-label={`${t('programme:members.change')}: ${name}`}
      className="inline-flex min-h-11 items-center sm:min-h-0"
    >
      {t('programme:members.change')}
    </a>
  );
}

function MemberForm({ page: { editing }, requestId, values, problems }: MembersScreenProps) {
  const { t } = useWords();
  const typed = (name: keyof MemberLine & string) => values[name] ?? (editing ? String(editing[name]) : undefined);
  const error = (name: string) => fieldError(problems, name, t);
  return (
    <Card id="member" title={t(editing ? 'programme:members.edit' : 'programme:members.add')}>
      <form method="post" className="space-y-5">
        <FormErrors title={t('programme:form.problem')} errors={formErrors(problems, t)} />
        <RequestId value={requestId} />
        {editing ? <input type="hidden" name="memberId" value={editing.id} /> : null}
        <TextInput
          name="name"
          label={t('programme:members.name')}
          hint={t('programme:members.nameHint')}
          defaultValue={typed('name')}
          error={error('name')}
          maxLength={120}
          autoComplete="off"
          required
        />
        <RadioGroup
          name="sex"
          label={t('programme:members.sex')}
          defaultValue={typed('sex') ?? null}
          error={error('sex')}
          choices={SEXES.map((sex) => ({ value: sex, label: t(SEX_LABEL[sex]) }))}
          required
        />
        <Select
          name="task"
          label={t('programme:members.task')}
          options={TASKS.map((task) => ({ value: task, label: t(TASK_LABEL[task]) }))}
          placeholder={t('programme:form.choose')}
          defaultValue={typed('task')}
          error={error('task')}
          required
        />
        <FieldRow>
          <TextInput
            name="hours"
            label={t('programme:members.hours')}
            inputMode="decimal"
            defaultValue={typed('hours')}
            error={error('hours')}
            optional={t('programme:form.optional')}
          />
          <TextInput
            name="contribution"
            label={t('programme:members.contribution')}
            inputMode="decimal"
            defaultValue={typed('contribution')}
            error={error('contribution')}
            optional={t('programme:form.optional')}
          />
        </FieldRow>
        <TextInput
          name="code"
          label={t('programme:members.code')}
          hint={t('programme:members.codeHint')}
          defaultValue={typed('code')}
          error={error('code')}
          maxLength={20}
          optional={t('programme:form.optional')}
        />
        <ButtonRow>
          <Button name="intent" value="save">
            {t(editing ? 'programme:members.saveChange' : 'programme:members.save')}
          </Button>
          {editing ? <EditActions active={editing.active} /> : null}
        </ButtonRow>
      </form>
    </Card>
  );
}

function EditActions({ active }: { active: boolean }) {
  const { t } = useWords();
  return (
    <>
      <Button kind="quiet" name="intent" value={active ? 'leave' : 'return'}>
        {t(active ? 'programme:members.leave' : 'programme:members.return')}
      </Button>
      <LinkButton kind="plain" href="/cooperative/members">
        {t('programme:form.cancel')}
      </LinkButton>
    </>
  );
}
