declare module 'dom-anchor-text-quote' {
  export function toTextPosition(
    root: Element,
    selector: { exact: string; prefix?: string; suffix?: string },
  ): { start: number; end: number } | null;
}
