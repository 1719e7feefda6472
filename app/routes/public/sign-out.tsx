import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { signOut } from '#app/identity/sign-in/sign-out.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';

/** Only a form ends a session: a link on another site must not. */
export function loader() {
  return redirect('/');
}

export async function action({ request, context }: ActionFunctionArgs) {
  const headers = await signOut(context.deps, request);
  return redirectWithNotice('/', 'identity:notice.signedOut', { tone: 'info', headers });
}
