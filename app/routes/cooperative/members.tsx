import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { readForm, type Form } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { uuidParam } from '#app/platform/http/request-values';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { membersPage } from '#app/proceeds/members/members-page.server';
import { MembersScreen } from '#app/proceeds/members/members-screen';
import { saveMember } from '#app/proceeds/members/save-member.server';
import { setMemberActive } from '#app/proceeds/members/set-member-active.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'member-roll:read');
  const editId = uuidParam(new URL(request.url).searchParams.get('edit') ?? undefined);
  return {
    page: await membersPage(context.deps, { actor, editId }),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'programme:members.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'member-roll:write');
  const form = await readForm(request);
  const memberId = memberIdOf(form);
  const intent = form.text('intent');
  if (intent === 'leave' || intent === 'return') {
    if (!memberId) throw new NotFound();
    const answer = await setMemberActive(context.deps, {
      actor,
      memberId,
      active: intent === 'return',
      requestId: form.requestKey(),
    });
    if (!answer.ok) return data({ values: form.values, problems: [problemOf(answer)] }, { status: 422 });
    const notice = intent === 'leave' ? 'programme:notice.memberLeft' : 'programme:notice.memberReturned';
    return redirectWithNotice('/cooperative/members', notice, { params: { name: answer.value.name } });
  }
  const [name, sex, task] = [form.text('name'), form.text('sex'), form.text('task')];
  const member = {
    locale: await readerLocale(request),
    code: form.text('code'),
    name,
    sex,
    task,
    hours: form.text('hours'),
    contribution: form.text('contribution'),
  };
  const saved = await saveMember(context.deps, { actor, memberId, member, requestId: form.requestKey() });
  if (!saved.ok) return data({ values: form.values, problems: [problemOf(saved)] }, { status: 422 });
  return redirectWithNotice('/cooperative/members', 'programme:notice.memberSaved', {
    params: { name, code: saved.value.code },
  });
}

function memberIdOf(form: Form): string | null {
  const typed = form.text('memberId');
  const id = uuidParam(typed);
  if (typed !== '' && id === null) throw new NotFound();
  return id;
}

export default function Members() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <MembersScreen {...loaded} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
