#include "app/house.hpp"

#include "digest/digest.hpp"
#include "messages/ui_messages.hpp"
#include "pipeline/extract/calibration.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vidimus::app {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::vector<fs::path> certificateFilesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const auto suffix = at->path().extension();
        if (suffix == ".pem" || suffix == ".crt")
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Every BEGIN CERTIFICATE … END CERTIFICATE block.
std::vector<std::string> certificatesIn(const std::string& text)
{
    static constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----", end = "-----END CERTIFICATE-----";
    std::vector<std::string> blocks;
    for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
        const auto stop = text.find(end, at);
        if (stop == std::string::npos)
            break;
        blocks.push_back(text.substr(at, stop + end.size() - at) + "\n");
    }
    return blocks;
}

/// Without a table confidences are as the formula gives them, and whoever starts the program is told once.
void openCalibration(House& house)
{
    auto opened = calibrationAt(assetsFolder(house.programFolder) / "calibration.json");
    if (opened) {
        house.calibration = std::move(*opened);
        return;
    }
    pipeline::Calibration none;
    none.without = opened.error().kind == ErrorKind::NotFound ? CalibrationState::NoTable : CalibrationState::Malformed;
    house.calibration = std::make_shared<const pipeline::Calibration>(std::move(none));
    Error trouble = opened.error();
    trouble.message += "; confidences are not calibrated";
    house.calibrationTroubles.push_back(std::move(trouble));
}

} // namespace

House House::open(const fs::path& programFolder, const fs::path& first)
{
    House house;
    house.programFolder = programFolder;
    auto folders = packs::searchPath(programFolder);
    if (!first.empty())
        folders.insert(folders.begin(), first);
    house.packs = packs::findPacks(folders);
    house.profiles = profiles::ProfileSet::load(house.packs);
    house.messages = profiles::Messages::load(house.packs);
    openCalibration(house);
    return house;
}

std::vector<Error> House::troubles() const
{
    std::vector<Error> all;
    for (const auto& rejected : packs.rejected)
        all.push_back(rejected.error);
    all.insert(all.end(), profiles.errors().begin(), profiles.errors().end());
    all.insert(all.end(), messages.errors().begin(), messages.errors().end());
    all.insert(all.end(), calibrationTroubles.begin(), calibrationTroubles.end());
    if (packs.packs.empty())
        all.push_back({ErrorKind::NotFound,
            "no plugin was found beside " + programFolder.string()
                + "; build the target 'programs', or set VIDIMUS_PLUGIN_PATH to the folder that holds the packs",
            "packs"});
    return all;
}

std::string House::question(const Finding& finding, const std::string& language) const
{
    return messages.question(finding.check, language);
}

std::string House::answer(const Finding& finding, const std::string& language) const
{
    // Checks name a field by its id; a person reads its name.
    Finding named = finding;
    if (const auto field = named.values.find("field"); field != named.values.end())
        field->second = messages.fieldName(field->second, language);
    return messages.answer(named, language);
}

std::string House::source(const Finding& finding, const std::string& language) const
{
    return messages.source(finding, language);
}

report::Words House::words(const std::string& language) const
{
    report::Words words;
    words.question = [this, language](const Finding& finding) { return question(finding, language); };
    words.answer = [this, language](const Finding& finding) { return answer(finding, language); };
    words.source = [this, language](const Finding& finding) { return source(finding, language); };
    words.fieldName = [this, language](std::string_view field) { return messages.fieldName(field, language); };
    words.profileTitle = [this, language](std::string_view id) {
        const auto* profile = profiles.find(id);
        if (!profile)
            return std::string(id);
        for (const std::string& tag : {language, std::string("en")})
            if (const auto title = profile->title.find(tag); title != profile->title.end())
                return title->second;
        return std::string(id);
    };
    return words;
}

Result<fs::path> programFolder()
{
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    if (error)
        return Error{ErrorKind::System, "/proc/self/exe cannot be read: " + error.message(), "app"};
    return program.parent_path();
}

fs::path dataFolder()
{
    if (const auto data = environment("XDG_DATA_HOME"); !data.empty())
        return fs::path(data) / "vidimus";
    return fs::path(environment("HOME")) / ".local" / "share" / "vidimus";
}

std::string environmentLanguage()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto value = environment(name); !value.empty())
            return std::string(messages::UiMessages::bestLanguage(value));
    return "en";
}

fs::path assetsFolder(const fs::path& programFolder)
{
    const auto installed = programFolder / ".." / "share" / "vidimus" / "assets";
    std::error_code error;
    return fs::is_directory(installed, error) ? installed : fs::path(VIDIMUS_ASSETS_SOURCE);
}

Result<std::shared_ptr<const pipeline::Calibration>> calibrationAt(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return Error{ErrorKind::NotFound, file.string() + ": there is no such calibration table", "app"};
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    auto table = pipeline::calibrationFrom(text, file.string());
    if (!table)
        return table.error();
    pipeline::Calibration calibration;
    calibration.table = std::make_shared<const pipeline::CalibrationTable>(std::move(*table));
    calibration.digest = digest::sha256(text);
    return std::make_shared<const pipeline::Calibration>(std::move(calibration));
}

std::shared_ptr<const pipeline::Calibration> noCalibration()
{
    pipeline::Calibration off;
    off.without = CalibrationState::Off;
    return std::make_shared<const pipeline::Calibration>(std::move(off));
}

fs::path templateFolder(const fs::path& programFolder)
{
    const auto installed = programFolder / ".." / "share" / "vidimus" / "template";
    std::error_code error;
    return fs::is_directory(installed, error) ? installed : fs::path(VIDIMUS_TEMPLATE_SOURCE);
}

Result<std::vector<std::string>> trustRootsFrom(const std::vector<fs::path>& paths)
{
    std::vector<std::string> roots;
    for (const fs::path& path : paths) {
        std::error_code error;
        if (!fs::exists(path, error))
            return Error{ErrorKind::NotFound,
                path.string() + ": there is no such file or folder of trusted certificates", "app"};
        const auto files = fs::is_directory(path, error) ? certificateFilesIn(path) : std::vector<fs::path>{path};
        const auto before = roots.size();
        for (const fs::path& file : files) {
            std::ifstream stream(file, std::ios::binary);
            std::stringstream text;
            text << stream.rdbuf();
            const auto found = certificatesIn(text.str());
            roots.insert(roots.end(), found.begin(), found.end());
        }
        if (roots.size() == before)
            return Error{ErrorKind::Malformed, path.string() + ": holds no PEM certificate (BEGIN CERTIFICATE)", "app"};
    }
    return roots;
}

} // namespace vidimus::app
