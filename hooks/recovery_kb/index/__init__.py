"""What stands beside the pages: permanent addresses, the sitemap, images, and the check of every link."""
