#pragma once
#include "line_recogniser.hpp"

#include <vidimus/plugin.hpp>

#include <memory>
#include <string>
#include <vector>

namespace vidimus::ppocr_engine {

/// PP-OCRv4 (detector and recogniser, mobile, Chinese and English) behind vidimus.engines/1.
///
/// Its alphabet is that of Simplified Chinese with many Traditional characters; 註 冊 簽 編 and others, and the marks
/// of Portuguese, it cannot write, and it turns 醫 into 医. So it never speaks alone for a Traditional or Portuguese
/// value.
class PpocrEngine : public sdk::Engine {
public:
    PpocrEngine();
    ~PpocrEngine() override;

    std::string id() const override { return "vidimus.ppocr"; }
    /// The models' name and a digest of all files.
    std::string version() const override { return m_version; }
    std::vector<std::string> languages() const override { return {"chi_sim", "eng"}; }
    /// Throws Failure(Unavailable) naming the command that installs what is missing.
    void load() override;
    bool detectsLines() const override { return true; }
    sdk::Recognition detectLines(const vidimus_image_t& image) override;
    /// request.languages does not matter. A page is cut into its lines first.
    sdk::Recognition recognise(const vidimus_image_t& image, const sdk::RecogniseRequest& request) override;

private:
    struct Loaded;
    const Loaded& loaded() const;
    sdk::RecognisedLine readLine(const cv::Mat& picture, const std::string& alphabet, sdk::Recognition& all) const;

    std::string m_version;
    std::unique_ptr<Loaded> m_loaded;
};

} // namespace vidimus::ppocr_engine
