/** What the reader chose. */
export interface Settings {
  /** Whether selecting words offers the toolbar. */
  toolbar: boolean;
}
