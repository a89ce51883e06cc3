import { answerJobs } from './answer-jobs.ts'
import { readFeedDocument } from './read-feed-document.ts'

answerJobs(readFeedDocument)
