/** The arch: a way through a wall. */
export const Brand = () => (
  <div className="v-brand">
    <svg width="22" height="24" viewBox="0 0 22 24" aria-hidden="true">
      <path d="M2 24V9a9 9 0 0 1 18 0v15h-5V10a4 4 0 0 0-8 0v14z" />
    </svg>
    Varco
  </div>
);
