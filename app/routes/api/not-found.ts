import { problem } from './http/api-http.server';

export function loader() {
  return problem(404, 'No such address: see /api/v1/openapi.json');
}

export const action = loader;
