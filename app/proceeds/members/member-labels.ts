import type { Sex } from './sex';
import type { Task } from './member';

export const SEX_LABEL: Record<Sex, string> = {
  female: 'programme:sex.female',
  male: 'programme:sex.male',
  unknown: 'programme:sex.unknown',
};

export const TASK_LABEL: Record<Task, string> = {
  digging: 'programme:task.digging',
  carrying: 'programme:task.carrying',
  crushing: 'programme:task.crushing',
  washing: 'programme:task.washing',
  smelting: 'programme:task.smelting',
  cutting: 'programme:task.cutting',
  moulding: 'programme:task.moulding',
  firing: 'programme:task.firing',
  guarding: 'programme:task.guarding',
  cooking: 'programme:task.cooking',
  office: 'programme:task.office',
  other: 'programme:task.other',
};
