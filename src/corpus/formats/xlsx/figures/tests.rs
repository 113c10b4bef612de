use super::NumberFormat;

#[test]
fn numbers_and_days_are_shown_as_their_format_says() {
    for (code, number, wanted) in [
        ("General", 12.5, "12.5"),
        // Without the noise of their bits.
        ("General", 0.1 + 0.2, "0.3"),
        ("General", 1.0 / 3.0, "0.3333333333"),
        ("General", 1_234_567.0, "1234567"),
        ("General", -4.5, "-4.5"),
        ("General", 1e20, "1e20"),
        ("General", 0.0, "0"),
        ("0%", 0.125, "13%"),
        ("0.0%", 0.125, "12.5%"),
        ("#,##0.00", 1_234.5, "1,234.50"),
        ("#,##0.00\\ \"€\"", 1_234.5, "1,234.50 €"),
        ("[$€-407]\\ #,##0.00", 3.5, "€ 3.50"),
        (
            "_-* #,##0.00\\ \"kr\"_-;-* #,##0.00\\ \"kr\"_-",
            -12.0,
            "-12.00 kr",
        ),
        ("#,##0_);(#,##0)", -1_500.0, "(1,500)"),
        ("[Red]0.00;[Blue]-0.00", -2.0, "-2.00"),
        ("0.##", 2.5, "2.5"),
        ("0.##", 2.0, "2"),
        ("00000", 1_234.0, "01234"),
        ("0.0,,\" M\"", 12_300_000.0, "12.3 M"),
        ("0.00E+00", 12_345.0, "12345"),
        ("0.00", 1.005, "1.01"),
        ("0;-0;\"none\"", 0.0, "0"),
        ("# ?/?", 0.5, "0.5"),
        ("0 \"kg\"", 80.0, "80 kg"),
        ("@", 7.0, "7"),
        ("dd/mm/yyyy", 45_413.0, "2024-05-01"),
        ("m/d/yy\\ h:mm", 45_413.396, "2024-05-01 9:30"),
        ("d\\ mmmm\\ yyyy", 45_413.0, "1 May 2024"),
        (
            "[$-409]dddd\\,\\ mmmm\\ d\\,\\ yyyy;@",
            45_413.0,
            "Wednesday, May 1, 2024",
        ),
        ("mmm-yy", 45_413.0, "May-2024"),
        ("mm/yyyy", 45_413.0, "2024-05"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
        ("hh:mm:ss", 0.5, "12:00:00"),
        ("[h]:mm", 1.5, "36:00"),
        ("mm:ss.0", 0.001, "01:26"),
        ("yyyy", 45_413.0, "2024"),
        ("yyyy-mm-dd", 1.0, "1900-01-01"),
        ("yyyy-mm-dd", -1.0, "-1"),
        ("yyyy-mm-dd", 1e9, "1000000000"),
    ] {
        let shown = NumberFormat::read(code).show(number, false);
        assert_eq!(shown, wanted, "{code}");
    }
    let since = NumberFormat::read("yyyy-mm-dd").show(0.0, true);
    assert_eq!(since, "1904-01-01");
}

#[test]
fn no_code_makes_a_panic() {
    for code in [
        "[", "\"", "\\", "_", "*", ";;;;", "[$", "[h", "a", "0/0", "e+", "%,,,", "🚢0",
    ] {
        let _ = NumberFormat::read(code).show(12.5, false);
        let _ = NumberFormat::read(code).show(f64::NAN, false);
    }
}
