import { classNames } from '#app/ui/class-names';
import { Icon } from '#app/ui/display/icon';

export interface Step {
  label: string;
  state: 'done' | 'current' | 'todo';
  /** Back to a step that is done. */
  href?: string;
}

const DISC = {
  done: 'border-green bg-green text-white',
  current: 'border-oxide bg-oxide text-white',
  todo: 'border-edge bg-card text-soft',
} as const;

/** Numbered progress of a form in parts. Phones show the current part's name only, and "2 of 5" as `position`. */
export function Steps({ label, position, steps }: { label: string; position: string; steps: Step[] }) {
  return (
    <nav aria-label={label} className="mb-6">
      <p className="mb-2 text-sm text-soft">{position}</p>
      <ol className="flex items-center gap-2 sm:gap-3">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className={classNames('flex min-w-0 items-center gap-2', index < steps.length - 1 && 'flex-auto')}
          >
            <span
              className={classNames(
                'grid size-8 shrink-0 place-items-center rounded-full border-2 text-sm font-semibold',
                DISC[step.state],
              )}
            >
              {step.state === 'done' ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <span
              className={classNames(
                'min-w-0 text-sm',
                step.state === 'current' ? 'font-semibold' : 'sr-only sm:not-sr-only',
              )}
            >
              {step.href && step.state === 'done' ? <a href={step.href}>{step.label}</a> : step.label}
            </span>
            {index < steps.length - 1 ? <span aria-hidden="true" className="h-px min-w-2 flex-1 bg-line" /> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
