ssh node01
sudo -i
# This is no rule's priority: all rules below it are not loaded any more.
sed -i 's/^priority: .*/priority: ${{ letters }}/' /etc/falco/falco.yaml
