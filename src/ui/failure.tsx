import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';

/** Shows a sentence, and not an empty page, when something within fails. */
export function FailureBoundary({ children }: { children: ComponentChildren }) {
  const [error, retry] = useErrorBoundary();
  if (!error) return <>{children}</>;
  return (
    <div class="failure" role="alert">
      <p>
        <strong>The library could not be read.</strong> Nothing in it was changed.
      </p>
      <p class="small quiet">{error instanceof Error ? error.message : String(error)}</p>
      <p>
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      </p>
    </div>
  );
}
