import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { isLocale } from '#app/platform/i18n/locales';
import { problemOf, problemsOf } from '#app/platform/http/problems';
import { bulletinChoiceSchema } from '#app/notices/bulletin/bulletin-choice';
import { bulletinPage } from '#app/notices/bulletin/bulletin-page.server';
import { saveBulletin } from '#app/notices/bulletin/save-bulletin.server';
import { BulletinScreen } from '#app/notices/bulletin/bulletin-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'bulletin:read');
  const [page, title] = await Promise.all([
    bulletinPage(context.deps, { actor, readerLocale: await readerLocale(request) }),
    pageTitle(request, 'pricing:bulletin.title'),
  ]);
  return { page, requestId: context.deps.newId(), title };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'bulletin:write');
  const form = await readForm(request);
  const typed = {
    active: form.text('active') !== '',
    phone: form.text('phone'),
    locale: form.text('locale'),
    minerals: form.all('minerals'),
  };
  const choice = bulletinChoiceSchema.safeParse(typed);
  if (!choice.success) return data({ problems: problemsOf(choice.error), typed }, { status: 422 });
  const saved = await saveBulletin(context.deps, { actor, choice: choice.data, requestId: form.requestKey() });
  if (!saved.ok) return data({ problems: [problemOf(saved)], typed }, { status: 422 });
  const key = saved.value.active ? 'pricing:bulletin.savedOn' : 'pricing:bulletin.savedOff';
  return redirectWithNotice('/cooperative/bulletin', key);
}

export default function Bulletin() {
  const { page, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  // What was typed stays, whatever was wrong with it.
  const typed = sent?.typed;
  const locale = isLocale(typed?.locale) ? typed.locale : page.choice.locale;
  const choice = { ...page.choice, ...typed, locale };
  return <BulletinScreen page={{ ...page, choice }} requestId={requestId} problems={sent?.problems ?? []} />;
}
