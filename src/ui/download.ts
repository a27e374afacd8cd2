/** Gives the reader a file, as any download: no permission is needed, and the browser says where it went. */
export function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser has taken the address by then; to revoke it at once would cancel the download in Firefox.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
