/** What an article is known by: its address's key and its headline, either of which may have changed. */
export interface ArticleName {
  key: string;
  headline: string;
}
