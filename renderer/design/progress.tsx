import { ProgressBar } from 'react-aria-components/ProgressBar';

/** Work under way. Without `percent` nobody knows how long it takes, and the bar says so. */
export const Progress = ({ label, percent }: { readonly label: string; readonly percent?: number }) => (
  <ProgressBar className="v-progress" aria-label={label} isIndeterminate={percent === undefined} {...(percent === undefined ? {} : { value: percent })}>
    <span>{label}</span>
    <div className="v-progress-track" {...(percent === undefined ? { 'data-unknown': '' } : {})}>
      <div className="v-progress-bar" style={percent === undefined ? {} : { width: `${percent}%` }} />
    </div>
  </ProgressBar>
);
