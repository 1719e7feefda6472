import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf, type Problem } from '#app/platform/http/problems';
import { applicationPage } from '#app/verification/applications/application-page.server';
import { recordEvidence } from '#app/verification/applications/record-evidence.server';
import { submitApplication, withdrawApplication } from '#app/verification/applications/submit-application.server';

type Kind = 'cooperative' | 'buyer';

/** The two applicants' pages differ in address only. */
export async function loadApplication(args: LoaderFunctionArgs) {
  const actor = await requireActor(args.request, args.context, 'application:read');
  return {
    ...(await applicationPage(args.context.deps, { actor })),
    requestId: args.context.deps.newId(),
    title: await pageTitle(args.request, 'verification:application.title'),
  };
}

export async function actOnApplication(args: ActionFunctionArgs, kind: Kind) {
  const actor = await requireActor(args.request, args.context, 'application:write');
  const { request, context } = args;
  const { deps } = context;
  const here = `/${kind}/application`;
  const requirementKey = new URL(request.url).searchParams.get('requirement');
  const form = await readForm(request, { maxFileBytes: deps.settings.maxUploadBytes });
  const refuseWith = (problem: Problem) =>
    data({ requirementKey, values: form.values, problems: [problem] }, { status: 422 });

  if (requirementKey) {
    if (form.fileTooLarge) {
      const megabytes = Math.floor(deps.settings.maxUploadBytes / 1_048_576);
      return refuseWith({
        path: `file-${requirementKey}`,
        messageKey: 'verification:refusal.fileTooLarge',
        params: { name: '', megabytes },
      });
    }
    const answer = await recordEvidence(deps, {
      actor,
      requirementKey,
      file: form.file(`file-${requirementKey}`),
      statement: form.text(`statement-${requirementKey}`),
      expiresOn: form.text(`expiresOn-${requirementKey}`),
      requestId: form.requestKey(),
    });
    if (answer.ok) return redirectWithNotice(here, 'verification:notice.evidenceKept');
    const problem = problemOf(answer);
    return refuseWith({ ...problem, path: problem.path ? `${problem.path}-${requirementKey}` : undefined });
  }
  if (form.text('intent') === 'submit') {
    const answer = await submitApplication(deps, { actor, requestId: form.requestKey() });
    return answer.ok ? redirectWithNotice(here, 'verification:notice.submitted') : refuseWith(problemOf(answer));
  }
  if (form.text('intent') === 'withdraw') {
    const answer = await withdrawApplication(deps, { actor, requestId: form.requestKey() });
    return answer.ok
      ? redirectWithNotice(here, 'verification:notice.withdrawn', { tone: 'info' })
      : refuseWith(problemOf(answer));
  }
  throw new NotFound();
}
