const line = document.querySelector('#script')
if (line) line.textContent = 'The script has run.'
