/** The local server's own user; it listens on loopback only. */
export const LOCAL_USER = 'fairlode';
export const LOCAL_PASSWORD = 'fairlode';

export function connectionUrl(port: number, database: string): string {
  return `postgresql://${LOCAL_USER}:${LOCAL_PASSWORD}@127.0.0.1:${port}/${database}`;
}
