/** Part of a circle, from the top: the number stands in it and beside it in words, so that nobody has to measure an arc. */
export const Ring = ({ percent, label }: { readonly percent: number; readonly label: string }) => {
  const around = 2 * Math.PI * RADIUS;
  return (
    <svg className="v-ring" viewBox="0 0 84 84" role="img" aria-label={label}>
      <circle className="v-ring-track" cx="42" cy="42" r={RADIUS} />
      {percent === 0 ? null : <circle className="v-ring-done" cx="42" cy="42" r={RADIUS} strokeDasharray={`${(percent / 100) * around} ${around}`} transform="rotate(-90 42 42)" />}
      <text x="42" y="47" textAnchor="middle" aria-hidden="true">
        {percent} %
      </text>
    </svg>
  );
};

const RADIUS = 35;
