ssh node01
sudo -i
# With the file goes what it adds. And it comes back.
rm /etc/falco/rules.d/90-site.yaml
sed -i 's|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team|' /etc/falco/falco.yaml
