const PATIENCE = { lockMs: 'LOCK', statementMs: 'STATEMENT', idleMs: 'IDLE', poolMs: 'POOL' } as const;

/** Where a value of the settings comes from, for what the schema bounds. */
const NAMES: Readonly<Record<string, string>> = {
  publicUrl: 'PUBLIC_URL',
  port: 'PORT',
  sessionSecret: 'SESSION_SECRET',
  platformFeeBps: 'PLATFORM_FEE_BPS',
  'payments.costBps.card': 'PAYMENT_CARD_COST_BPS',
  'payments.costBps.transfer': 'PAYMENT_TRANSFER_COST_BPS',
  'payments.sandboxPort': 'SANDBOX_PORT',
  'unpaidOrders.ofBuyer': 'UNPAID_ORDERS_OF_BUYER',
  'unpaidOrders.ofLot': 'UNPAID_ORDERS_OF_LOT',
  'sms.url': 'SMS_GATEWAY_URL',
  'api.readsPerMinute': 'API_READS_PER_MINUTE',
  'api.sumsPerMinute': 'API_SUMS_PER_MINUTE',
  maxUploadBytes: 'MAX_UPLOAD_BYTES',
  'pictures.processes': 'PICTURE_PROCESSES',
  'pictures.maxQueue': 'PICTURE_QUEUE',
  'pictures.waitSeconds': 'PICTURE_WAIT_SECONDS',
  'pictures.drawSeconds': 'PICTURE_SECONDS',
  'pictures.maxMegabytes': 'PICTURE_MEGABYTES',
  'uploads.filesPerDay': 'UPLOAD_FILES_PER_DAY',
  'uploads.megabytesPerDay': 'UPLOAD_MEGABYTES_PER_DAY',
  'uploads.files': 'UPLOAD_FILES',
  'uploads.megabytes': 'UPLOAD_MEGABYTES',
  jobSeconds: 'JOB_TIMEOUT_SECONDS',
  'shutdown.noticeSeconds': 'SHUTDOWN_NOTICE_SECONDS',
  'shutdown.drainSeconds': 'SHUTDOWN_DRAIN_SECONDS',
  logLevel: 'LOG_LEVEL',
  ...patienceNames('web', 'DB'),
  ...patienceNames('worker', 'WORKER_DB'),
};

function patienceNames(process: 'web' | 'worker', prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PATIENCE).map(([key, name]) => [`database.${process}.${key}`, `${prefix}_${name}_TIMEOUT_MS`]),
  );
}

/**
 * The variable behind a path of the settings (`database.web.lockMs`); the path itself where there is none.
 */
export function settingName(path: string): string {
  return NAMES[path] ?? path;
}
