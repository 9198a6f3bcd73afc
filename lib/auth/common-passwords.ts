/** Words that people make passwords of, in lower case: whatever is one or two of these with digits and signs around them is guessed at once. */
const WORDS = `
abc abcd abcdef access admin administrator adobe alexander amanda america andrea andrew angel angels animal anthony apple april arsenal asdf asdfgh
asdfghjkl ashley august austin baby babygirl bailey banana barcelona baseball basketball batman beautiful benjamin blessed blink bonjour brandon butterfly
buster california carlos change changeit changeme charlie cheese chelsea chicken chocolate christian cocacola computer cookie corvette cowboys cristina
dallas daniel danielle december default demo diamond dolphin donald dragon eagles elizabeth eminem estrella family february ferrari flower football forever
forget freedom friday friend friends fuck fuckyou gabriel george ginger google guest hannah happy harley heaven hello helloworld hockey honda hottie hunter
iloveyou internet jackson january jasmine jennifer jessica jesus johnny jonathan jordan joseph joshua july june junior justin killer king kitten lakers
letmein liverpool london love lovely loveme lover loveyou madison maggie manager manchester march marina marine marlboro martin master matrix matthew maverick
mercedes michael michelle midnight mike miguel monday monkey monster morgan mother mustang mypassword naruto nathan newyork nicholas nicole ninja nothing
november october oliver orange orlando paris pass passw passwd passwort password passwords patrick peanut pepper phoenix playboy please pokemon pretty princess
purple pussy qazwsx qazwsxedc qwer qwert qwerty qwertyu qwertyuiop rachel rainbow ranger raiders realmadrid rebecca red robert rockyou root samantha samsung
samuel saturday school scooter secret secure security september service shadow silver simple slipknot snoopy soccer spiderman spring starwars stephanie
steelers success summer sunday sunshine super superman superstar sweet sweetheart taylor tequiero teamo temp test tester testing thomas thursday thunder
tigger tinkerbell toor trustno tuesday tweety unknown user vanessa victoria vincent virginia weft welcome wednesday whatever william winner winter workflow
wordpass yankees yellow your yourself zaq zxcv zxcvb zxcvbn zxcvbnm my the you me not is it new this that correct horse battery staple
`;

/** Long ones that are in every list of leaked passwords and are made of no word above. */
const WHOLE = `
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw2 qazwsxedcrfv q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 1qaz2wsx3edc4rfv qwe123qwe123 asd123asd123 abc123abc123 a1b2c3d4e5
a1b2c3d4e5f6 1a2b3c4d5e abcdefghij abcdefghijk abcdefghijkl qwertyuiopasdfghjkl asdfghjklzxcvbnm zxcvbnmasdfghjkl poiuytrewq lkjhgfdsa mnbvcxz 123qweasdzxc
qweasdzxc123 123qweasd qweasd123 1234qwerasdf qwerasdfzxcv 147258369 741852963 159357258 789456123 0987654321 9876543210 987654321a 123456789a 1234567890a
a123456789 a1234567890 123456789q 12345qwert 123456qwerty 1234567890q 12345678910 1234567891 123123123 1231231231 1122334455 112233445566 11223344556677 121212121212
102030405060 1029384756 5845201314 3141592654 31415926535 2718281828 147852369 123654789 qazxswedc zaqxswcde cdexswzaq letmein123 hunter2hunter2 correcthorse
correcthorsebatterystaple jesuschrist tobeornottobe openingdoors abracadabra supercalifragilistic opensesame mississippi thequickbrown lorem ipsum loremipsum
`;

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const COMMON_WORDS = list(WORDS);
export const COMMON_PASSWORDS = list(WHOLE);
