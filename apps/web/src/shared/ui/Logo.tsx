/** Square brackets whose six cords meet in one knot. */
export const Logo = ({ size = 22 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M10 4H4v24h6M22 4h6v24h-6" strokeWidth="2.6" />
    <path
      strokeWidth="1"
      d="M8 9q8 7 16 7M8 12q8 4 16 4M8 15q8 1 16 1M8 17q8-1 16-1M8 20q8-4 16-4M8 23q8-7 16-7"
    />
  </svg>
);
