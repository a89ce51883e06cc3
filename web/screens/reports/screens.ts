// All screens of reports in one piece: whoever opens one opens the next, and each piece of its own is a name that the first screen has to carry.
export { EditReportScreen, NewReportScreen } from './edit.tsx'
export { PrintReportScreen } from './print.tsx'
export { ReportScreen } from './report.tsx'
export { ReportsScreen } from './reports.tsx'
export { SharedReportScreen } from './shared-report.tsx'
