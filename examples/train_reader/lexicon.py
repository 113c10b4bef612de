"""Classes of words that may stand for one another in a question that then asks for something else."""

COUNTRIES = """afghanistan albania algeria angola argentina armenia australia austria azerbaijan bangladesh belarus belgium
bolivia brazil bulgaria cambodia cameroon canada chile china colombia croatia cuba cyprus denmark ecuador egypt ethiopia
finland france georgia germany ghana greece guatemala hungary iceland india indonesia iran iraq ireland israel italy jamaica
japan jordan kazakhstan kenya kuwait latvia lebanon libya lithuania malaysia mali malta mexico moldova mongolia morocco
myanmar nepal netherlands nigeria norway pakistan panama paraguay peru philippines poland portugal qatar romania russia
rwanda senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania
thailand tunisia turkey uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe england scotland
wales""".split()

NATIONALITIES = """american british french german italian spanish portuguese dutch belgian swiss austrian polish czech hungarian
romanian bulgarian greek turkish russian ukrainian finnish swedish norwegian danish irish scottish welsh english chinese
japanese korean indian pakistani iranian iraqi israeli egyptian moroccan nigerian kenyan mexican brazilian argentine chilean
peruvian cuban canadian australian""".split()

CITIES = """london paris berlin madrid rome vienna warsaw prague budapest athens istanbul moscow kiev stockholm oslo helsinki
copenhagen dublin edinburgh glasgow manchester liverpool birmingham amsterdam brussels lisbon barcelona milan munich hamburg
chicago boston philadelphia houston dallas seattle detroit atlanta miami denver baltimore montreal toronto vancouver sydney
melbourne tokyo osaka beijing shanghai mumbai delhi karachi cairo nairobi lagos""".split()

STATES = """alabama alaska arizona california colorado florida illinois indiana iowa kansas kentucky louisiana maine maryland
massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee
texas utah vermont virginia wisconsin wyoming""".split()

PLACES = [COUNTRIES, NATIONALITIES, CITIES, STATES]

# Words of one line answer different questions about the same thing.
RELATIONS = [
    line.split("|")
    for line in """president|prime minister|foreign minister|finance minister|vice president|defence minister
chairman|treasurer|spokesman|secretary|director|vice chairman
mayor|governor|senator|judge|sheriff
king|queen|prince|duke|emperor
capital|currency|official language|national anthem|flag|largest port
population|area|budget|altitude|unemployment rate|life expectancy
born|buried|educated|married|baptised
mother|father|brother|sister|wife|husband|son|daughter|uncle
founder|owner|chief executive|patron|architect
producer|director|composer|screenwriter|editor|drummer|guitarist
height|length|width|depth|weight|age|cost|diameter
tallest|oldest|smallest|cheapest|heaviest
largest|smallest|oldest
highest|lowest
first|second|third|last
north|south|east|west
northern|southern|eastern|western
import|export
imports|exports
minimum|maximum
start|end
begin|end
opened|closed|demolished
won|lost
increase|decrease
before|after
male|female
summer|winter
army|navy|air force
airport|port|railway station|stadium
author|publisher|illustrator|translator
attorney|doctor|accountant|agent
kilometres|tonnes|litres
percent of men|percent of women
january|march|june|august|october|december
monday|wednesday|friday|sunday
1st|2nd|4th|5th
wrote|translated|illustrated
built|destroyed|bought|sold
founded|dissolved|renamed|bankrupted
approved|rejected|postponed
supported|opposed
accepted|refused
causes|prevents
symptoms|treatment|incidence
benefits|risks|costs
advantages|disadvantages""".split("\n")
]

# What people ask about a thing, and what a sentence that could answer it would say.
ASKED = [
    (q, says)
    for q, says in (
        line.split("\t")
        for line in """how old is {}\tage|aged|years old|born|birth|year-old
where does {} live\tlive|lives|lived|resid|home|house|based
who is the wife of {}\twife|wed|marri|spouse|husband|partner
when was {} born\tborn|birth|b\\.
how tall is {}\ttall|height|high|feet|metre|meter|cm
what is the phone number of {}\tphone|call|tel
how much does {} cost\tcost|price|\\$|£|€|dollar|pound|euro|million|billion|worth|fee|spen|paid|pay
when will {} be finished\tfinish|complet|end|by 20|until|expected|schedul|due
who owns {}\town|belong|acquir|bought|subsidiary|company|purchas|hold
who is the president of {}\tpresident|head of|leader
what is the capital of {}\tcapital
how many people live in {}\tpopulation|inhabitant|people|resident
who is against {}\tagainst|oppos|critic|protest|object|reject|condemn
what did the minister say about {}\tminister|said|say|stat|comment|told|call
which company makes {}\tcompany|compan|made|make|manufactur|produc|built|maker|corporation|inc
what party does {} belong to\tparty|democrat|republican|conservative|labour
what is the email address of {}\temail|mail|@
how long is {}\tlong|length|km|mile|minute|hour|metre|feet|year|day
who paid for {}\tpaid|pay|fund|financ|cost|money|spons|donat
when did {} close\tclos|shut|end|until|dissol|demoli
what colour is {}\tcolor|colour|red|blue|green|white|black|yellow|brown|gold
how many people died in {}\tdied|dead|kill|death|casualt|victim|lost
how fast is {}\tfast|speed|km|mph|per hour|rapid|quick
why was {} cancelled\tcancel|because|due|suspend|withdr|stop
who designed {}\tdesign|architect|engineer|plan|creat|built|invent
what is the weight of {}\tweigh|kg|pound|ton|heavy|mass
where did {} go to school\tschool|educat|universit|college|stud|attend|graduat
when did {} join the united nations\tjoin|member|admit|united nations|access
what percentage of {} is foreign\tpercent|%|foreign|immigrant|overseas|proportion
what does {} recommend\trecommend|advis|suggest|should|urge|propos""".split("\n")
    )
]
