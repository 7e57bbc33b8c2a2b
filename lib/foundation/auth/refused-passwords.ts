/** Passwords of ten characters or more that are tried first everywhere, and those an office is tempted by. Shorter ones are refused by length. */
export const commonPasswords = new Set([
  "1234567890", "0123456789", "12345678910", "123456789a", "a123456789", "1234567890a", "qwertyuiop", "q1w2e3r4t5", "1q2w3e4r5t", "1qaz2wsx3edc",
  "qwerty12345", "qwerty123456", "password12", "password123", "password1234", "password12345", "passw0rd123", "p@ssw0rd123", "p@ssword123", "admin12345", "admin123456",
  "administrator", "abc1234567", "abcd123456", "abcde12345", "abcdefghij", "aa12345678", "aa123456789", "asd1234567", "asdfghjkl1", "zxcvbnm123",
  "iloveyou123", "iloveyou520", "woaini1314", "woaini5201314", "5201314520", "5201314123", "1314520123", "li1234567890", "wang123456", "zhang123456",
  "88888888888", "66666666666", "11111111111", "00000000000", "1111111111", "0000000000", "8888888888", "6666666666", "1122334455", "1212121212", "9876543210", "0987654321",
  "147258369a", "1472583690", "puyang2023", "puyang1234", "puyang12345", "diaodu1234", "diaodu12345", "diaodu2023", "zhengfu123", "chongqing123", "beijing2008", "welcome123",
  "welcome1234", "changeme123", "letmein1234", "test123456", "test1234567", "root123456", "user123456", "guest12345", "qq123456789", "wx123456789",
]);
