import type { ArticleClaims, Source } from '../core/claim';

/** An article of our own writing, to learn Counterpoint on: in English, as the articles of the site are. */
export const HEADLINE = 'Four Habits of a Good Reader';

/** Its paragraphs. */
export const PARAGRAPHS = [
  'Everybody who reads for a living has rules for it. Most were never tested by those who keep them. Here are four that are often given, with a word on each; whether they hold is for you to say.',
  'The first rule is the marker pen. What is highlighted is remembered, we are told, and whole textbooks turn yellow. There is comfort in a page that shows how much work was done on it.',
  'The second rule is paper. A text on a screen is understood less well than the same text in print, say teachers who have watched generations of students scroll, and they ask for the printer when the matter is serious.',
  'The third rule is to close the book. Those who try to recall what they read keep more of it than those who read it again, even though reading again feels like the better work. What is hard to bring back today will be easier to bring back next week.',
  'The last rule is the oldest: hear the other side. A reader who asks what would speak for the opposite judges the evidence more fairly than one who only means to be fair. It takes a minute an argument, and it is the minute that is saved first.',
] as const;

const source = (author: string, year: number, title: string, venue: string, doi: string): Source => ({
  author,
  title,
  venue,
  year,
  url: `https://doi.org/${doi}`,
});

const dunlosky = source(
  'John Dunlosky and others',
  2013,
  'Improving Students’ Learning With Effective Learning Techniques',
  'Psychological Science in the Public Interest 14(1)',
  '10.1177/1529100612453266',
);
const delgado = source(
  'Pablo Delgado and others',
  2018,
  'Don’t throw away your printed books: A meta-analysis on the effects of reading media on reading comprehension',
  'Educational Research Review 25',
  '10.1016/j.edurev.2018.09.003',
);
const roediger = source(
  'Henry L. Roediger and Jeffrey D. Karpicke',
  2006,
  'Test-Enhanced Learning: Taking Memory Tests Improves Long-Term Retention',
  'Psychological Science 17(3)',
  '10.1111/j.1467-9280.2006.01693.x',
);
const gog = source(
  'Tamara van Gog and John Sweller',
  2015,
  'Not New, but Nearly Forgotten: the Testing Effect Decreases or even Disappears as the Complexity of Learning Materials Increases',
  'Educational Psychology Review 27(2)',
  '10.1007/s10648-015-9310-x',
);
const lord = source(
  'Charles G. Lord, Mark R. Lepper and Elizabeth Preston',
  1984,
  'Considering the Opposite: A Corrective Strategy for Social Judgment',
  'Journal of Personality and Social Psychology 47(6)',
  '10.1037/0022-3514.47.6.1231',
);

const excerpt = (prefix: string, start: string, end: string, suffix: string) => ({ prefix, start, end, suffix });

const UNLINKED = { cues: [], supports: [], dependsOn: [], contradicts: [] };

/** What a claim database holds on it. */
export const PRACTICE_CLAIMS: ArticleClaims = {
  key: 'practice',
  url: '/src/welcome/index.html',
  headline: HEADLINE,
  author: 'Counterpoint',
  published: '2026-11',
  summary: 'A practice article: four common rules for reading, each of which can be disputed.',
  claims: [
    {
      id: 'practice-highlighting',
      ...UNLINKED,
      kind: 'causal',
      label: 'Highlighted words are remembered',
      statement: 'Highlighting what one reads helps one to remember it.',
      excerpt: excerpt('The first rule is the marker pen.', 'What is highlighted', 'is remembered', ', we are told'),
      assessment: {
        verdict: 'contested',
        reason: 'Marking alone has been found to help little; what one does with the marked words decides.',
        question: 'What will you do with the words you mark here?',
      },
      counterarguments: [
        {
          title: 'Reviews of the evidence rate it low',
          type: 'evidence',
          text: 'Dunlosky and colleagues reviewed ten learning techniques. They rated highlighting and underlining as of low utility: in most studies it did no more for later tests than plain reading.',
          strength: 'strong',
          reason: 'a review of many experiments, though mostly with students and short texts',
          citations: [{ source: dunlosky }],
        },
      ],
      support: [
        {
          title: 'It can prepare better work',
          type: 'scope',
          text: 'The same review notes that marking may help readers who know how to choose what matters, and that it can be the first step to techniques that work, such as testing oneself on what was marked.',
          strength: 'moderate',
          reason: 'a remark on conditions, with less evidence behind it than the main finding',
          citations: [{ source: dunlosky }],
        },
      ],
    },
    {
      id: 'practice-paper',
      ...UNLINKED,
      kind: 'factual',
      label: 'Screens are read less well than paper',
      statement: 'A text is understood less well on a screen than in print.',
      excerpt: excerpt('The second rule is paper.', 'A text on a screen', 'same text in print', ', say teachers'),
      assessment: {
        verdict: 'mixed',
        reason: 'A difference has been measured, but it is small and depends on the text and on the time one has.',
      },
      counterarguments: [
        {
          title: 'Not for every text',
          type: 'scope',
          text: 'In the meta-analysis of Delgado and colleagues the advantage of paper appears for informational texts; for narrative texts alone none was found.',
          strength: 'moderate',
          reason: 'one large meta-analysis; few of its studies used stories only',
          citations: [{ source: delgado }],
        },
      ],
      support: [
        {
          title: 'Small, and found again and again',
          type: 'evidence',
          text: 'The same meta-analysis, of 54 studies with more than 170,000 participants, finds better comprehension on paper on average, more so under time pressure.',
          strength: 'strong',
          reason: 'many studies and readers; the difference itself is small',
          citations: [{ source: delgado }],
        },
      ],
    },
    {
      id: 'practice-recall',
      ...UNLINKED,
      kind: 'causal',
      label: 'Recall beats rereading',
      statement: 'Trying to recall a text makes one keep more of it than reading it again.',
      excerpt: excerpt('close the book.', 'Those who try to recall', 'read it again', ', even though reading'),
      assessment: {
        verdict: 'holds',
        reason: 'One of the best-supported findings on learning, with open questions on very complex matter.',
      },
      counterarguments: [
        {
          title: 'Less so where everything hangs together',
          type: 'scope',
          text: 'Van Gog and Sweller argue that the effect shrinks or disappears as the material becomes more complex, that is, when its parts can only be understood together.',
          strength: 'moderate',
          reason: 'a review with evidence of its own; other researchers dispute its choice of studies',
          citations: [{ source: gog }],
        },
      ],
      support: [
        {
          title: 'Measured a week later',
          type: 'evidence',
          text: 'Students who had tried to recall a passage remembered more of it after two days and after a week than those who had studied it again, although rereading was ahead after five minutes.',
          strength: 'strong',
          reason: 'controlled experiments, repeated often since',
          citations: [{ source: roediger }],
        },
      ],
    },
    {
      id: 'practice-opposite',
      ...UNLINKED,
      kind: 'causal',
      label: 'Asking for the opposite makes fairer',
      statement: 'Considering the opposite makes a reader fairer than merely meaning to be fair.',
      excerpt: excerpt('hear the other side.', 'A reader who asks', 'means to be fair', '. It takes'),
      assessment: {
        verdict: 'holds',
        reason: 'Shown in experiments; how long it lasts outside the laboratory is less well known.',
        question: 'Which article of this week would you judge otherwise after such a minute?',
      },
      counterarguments: [
        {
          title: 'Two studies with students',
          type: 'scope',
          text: 'The experiments had students judge studies on the death penalty, and test their ideas of another person. That the habit carries over to daily reading is an inference.',
          strength: 'weak',
          reason: 'a limit of what was shown, not evidence against it',
          citations: [{ source: lord }],
        },
      ],
      support: [
        {
          title: 'Meaning to be fair was not enough',
          type: 'evidence',
          text: 'Readers who were asked to consider whether they would have judged the same had the results been opposite did not grow more extreme. Those who were only asked to be unbiased did as badly as those who were asked nothing.',
          strength: 'strong',
          reason: 'a direct comparison of the two instructions',
          citations: [{ source: lord }],
        },
      ],
    },
  ],
  events: [],
  glossary: [],
  checks: [],
};
