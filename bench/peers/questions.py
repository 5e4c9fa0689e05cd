# About as long as the nine of HME.
QUESTIONS = [
    "My work feels meaningful.",
    "I learn new things and develop in my daily work.",
    "I look forward to going to work.",
    "My closest manager shows appreciation of what I do.",
    "My closest manager shows trust in me as an employee.",
    "My closest manager gives me what I need to take responsibility in my work.",
    "I know the goals of my workplace.",
    "The goals of my workplace are followed up and evaluated well.",
    "I know what is expected of me in my work.",
]
