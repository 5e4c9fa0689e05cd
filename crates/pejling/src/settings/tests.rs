use super::*;

fn file(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

fn refusal(text: &str) -> String {
    let file = file(text);
    let refused = Settings::read(Some(file.path()), &Environment::default(), &[]).err().unwrap();
    refused.to_string().replace(&file.path().display().to_string(), "FILE")
}

#[test]
fn nothing_given_is_a_small_installation_in_a_folder() {
    let settings = Settings::read(None, &Environment::default(), &[]).unwrap();
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.database, Place::File("data/pejling.db".into()));
    assert!(settings.mail.is_none() && settings.address.is_none() && !settings.log.json);
}

#[test]
fn the_example_holds_every_key_and_can_be_read_with_all_its_lines() {
    assert!(Settings::read(Some(file(EXAMPLE).path()), &Environment::default(), &[]).is_ok());
    let secret = file("hemligt\n");
    let lines: Vec<String> = EXAMPLE
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(setting) if setting.contains(" = ") => setting
                .replace("/run/secrets/pejling-mail", &secret.path().display().to_string())
                .replace("/etc/ssl/kommun.pem", &secret.path().display().to_string())
                .replace("/run/secrets/pejling-sign-in", &secret.path().display().to_string())
                .replace("/run/secrets/pejling-database", &secret.path().display().to_string()),
            _ => line.to_owned(),
        })
        .collect();
    let all = file(&lines.join("\n"));
    let settings = Settings::read(Some(all.path()), &Environment::default(), &[]).unwrap();
    assert_eq!(settings.address.as_deref(), Some("https://pejling.kommun.example"));
    assert_eq!(settings.proxies, ["10.0.0.5".parse::<IpAddr>().unwrap()]);
    assert_eq!(settings.calendar_hosts, ["moln.kommun.example"]);
    let account = settings.sign_in.account.unwrap();
    assert_eq!((account.claim.as_str(), account.client_secret.as_deref()), ("email", Some("hemligt")));
    assert_eq!(account.roles[0], (access::Role::Hr, vec!["pejling-hr".to_owned()]));
    let mail = settings.mail.unwrap();
    assert_eq!(mail.user, Some(("pejling".into(), "hemligt".into())));
    assert_eq!((mail.port, mail.security), (587, Security::StartTls));
}

#[test]
fn the_environment_goes_before_the_file_and_flags_before_both() {
    let file =
        file("listen = \"127.0.0.1:1\"\ndata = \"one\"\nproxies = [\"10.0.0.1\"]\n[log]\nlevel = \"warn\"");
    let environment = Environment::from([
        ("PEJLING_DATA", "two"),
        ("PEJLING_LOG_LEVEL", "debug"),
        ("PEJLING_PROXIES", "10.0.0.2, 10.0.0.3"),
        ("PEJLING_CONFIG", "is read elsewhere"),
        ("PEJLING_ADDRESS", ""),
        ("HOME", "/"),
    ]);
    let flags = [("data", Some("three".to_owned())), ("listen", None)];
    let settings = Settings::read(Some(file.path()), &environment, &flags).unwrap();
    assert_eq!(settings.data, PathBuf::from("three"));
    assert_eq!(settings.listen.port(), 1);
    assert_eq!(settings.log.level, tracing::Level::DEBUG);
    assert_eq!(settings.proxies.len(), 2);
}

#[test]
fn refusals_name_file_key_and_what_to_write_instead() {
    assert_eq!(
        refusal("listn = \"127.0.0.1:1\""),
        "FILE: listn: there is no setting of that name. Is it listen that you mean?"
    );
    assert_eq!(
        refusal("[mail]\nhots = \"x\""),
        "FILE: mail.hots: there is no setting of that name. Is it mail.host that you mean?"
    );
    assert_eq!(
        refusal("weather = 1"),
        "FILE: weather: there is no setting of that name. `pejling config example` prints all there are"
    );
    assert_eq!(
        refusal("listen = 8080"),
        "FILE: listen is \"8080\": write an address and a port, such as 127.0.0.1:8080"
    );
    assert_eq!(
        refusal("[log]\nlevel = \"trace\""),
        "FILE: log.level is \"trace\": write \"error\", \"warn\", \"info\" or \"debug\""
    );
    assert!(refusal("address = \"pejling.example\"").contains("address is \"pejling.example\": write where"));
    assert!(refusal("address = \"https://pejling.example/here\"").contains("without a path"));
    assert!(refusal("data = true").contains("data has a value of the wrong sort"));
    assert!(refusal("proxies = [\"one\"]").contains("proxies is \"one\": write addresses of proxies"));
    assert!(refusal("listen = ").starts_with("FILE is not TOML"));
    assert_eq!(
        refusal("[mail]\nhost = \"smtp.example\""),
        "FILE: mail.host also needs mail.from: the address that letters come from"
    );
    assert!(refusal("[mail]\nfrom = \"a@b\"").contains("mail.from also needs mail.host"));
    assert!(
        refusal("[mail]\nhost = \"h\"\nfrom = \"a@b\"\nuser = \"u\"")
            .contains("mail.user also needs mail.password_file")
    );
    let secret = file("hemligt");
    let path = secret.path().display();
    let clear = format!(
        "[mail]\nhost = \"h\"\nfrom = \"a@b\"\nuser = \"u\"\ntls = \"none\"\npassword_file = \"{path}\""
    );
    assert!(refusal(&clear).contains("a password is never sent in the clear"));
    assert!(
        refusal("[mail]\nhost = \"h\"\nfrom = \"Pejling\"")
            .contains("mail.from is \"Pejling\": write an address")
    );
    assert!(
        refusal("[mail]\nhost = \"h\"\nfrom = \"a@b\"\nuser = \"u\"\npassword_file = \"/nowhere\"")
            .contains("mail.password_file names /nowhere: ")
    );
}

#[test]
fn a_mistyped_variable_is_refused_too() {
    let environment = Environment::from([("PEJLING_LISEN", "127.0.0.1:1")]);
    let refused = Settings::read(None, &environment, &[]).err().unwrap();
    assert_eq!(
        refused.to_string(),
        "the environment variable PEJLING_LISEN: there is no setting of that name. Is it listen that you mean?"
    );
    let others =
        Environment::from([("PEJLING_SERVICE_HOST", "10.0.0.1"), ("PEJLING_PORT", "tcp://10.0.0.1:80")]);
    assert!(Settings::read(None, &others, &[]).is_ok());
}

#[test]
fn a_certificate_needs_its_key_and_a_key_its_certificate() {
    let read = |text: &str| Settings::read(Some(file(text).path()), &Environment::default(), &[]);
    let both = read("[tls]\ncertificate_file = \"c\"\nkey_file = \"k\"").unwrap().tls.unwrap();
    assert_eq!((both.certificate, both.key), ("c".into(), "k".into()));
    for (one, missing) in [("certificate_file", "tls.key_file"), ("key_file", "tls.certificate_file")] {
        let error = read(&format!("[tls]\n{one} = \"f\"")).err().unwrap().to_string();
        assert!(error.contains(&format!("also needs {missing}")), "{error}");
    }
}

#[test]
fn the_doors_are_open_as_they_are_said_to_be() {
    let doors =
        |text: &str| Settings::read(Some(file(text).path()), &Environment::default(), &[]).unwrap().sign_in;
    let usual = doors("");
    assert!(usual.link && !usual.password && usual.account.is_none());
    assert!(doors("[sign_in]\npassword = true").password);
    let account = "[sign_in]\nlink = false\nissuer = \"https://id.example\"\nclient_id = \"p\"";
    let doors = doors(account);
    assert!(!doors.link);
    assert_eq!(doors.account.unwrap().scopes, ["profile", "email"]);
}

#[test]
fn a_door_that_nobody_could_come_through_is_refused() {
    assert_eq!(
        refusal("[sign_in]\nlink = false"),
        "FILE: sign_in.link also needs sign_in.issuer: without links people need the organisation's own sign-in"
    );
    assert!(refusal("[sign_in]\nlink = \"maybe\"").contains("write true or false"));
    assert!(refusal("[sign_in]\nissuer = \"https://id.example\"").contains("also needs sign_in.client_id"));
    assert!(refusal("[sign_in]\nclient_id = \"p\"").contains("also needs sign_in.issuer"));
    let whole = "[sign_in]\nissuer = \"https://id.example\"\nclient_id = \"p\"\n";
    assert!(
        refusal(&format!("{whole}[sign_in.roles]\nhr = [\"g\"]")).contains("also needs sign_in.roles_claim")
    );
    for anybody in [
        "http://id.example",
        "https://login.microsoftonline.com/common/v2.0",
        "https://login.microsoftonline.com/organizations/v2.0",
        "https://id.example/?x=1",
        "id.example",
    ] {
        let text = format!("[sign_in]\nissuer = \"{anybody}\"\nclient_id = \"p\"");
        assert!(
            refusal(&text)
                .contains("write what the provider calls itself, with https and of your own tenant")
        );
    }
}
