// Runs before anything is drawn, so that nobody who chose dark is flashed with light. A file of its own: the policy allows no inline script.
;(() => {
  let theme = 'system'
  let lang = ''
  try {
    theme = localStorage.getItem('wederhoor.theme') || 'system'
    lang = localStorage.getItem('wederhoor.lang') || ''
  } catch {}
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  document.documentElement.lang = lang || (/^nl\b/i.test(navigator.language) ? 'nl' : 'en')
})()
