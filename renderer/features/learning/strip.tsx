import type { Bar } from './strip-bars.ts';

/** An attendance strip: tall bars present, short ones absent, so that colour is not needed to read it. */
export const Strip = ({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) =>
  bars.length === 0 ? null : (
    <div className="v-strip" role="img" aria-label={label}>
      {bars.map((bar) => (
        <svg key={bar.id} width="16" height="28" aria-hidden="true">
          <rect className="v-bar" data-mark={bar.kind} y={bar.kind === 'absent' ? 18 : 0} width="16" height={bar.kind === 'absent' ? 10 : 28} rx="3" />
        </svg>
      ))}
    </div>
  );
