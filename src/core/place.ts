/** Where the words of a claim or annotation are: on view, in a part the page does not show, or nowhere. */
export type Place = 'found' | 'not shown' | 'not found';
